package org.tocsin.local.city.life;

import org.tocsin.local.city.world.Person;

/** Something a person does on some days. */
@FunctionalInterface
public interface Habit {
  void live(Person person, Today today);
}
