package org.tocsin.runtime.types;

/** Is told how long each state is as it is read from, or written to, its backing store. */
public interface ByteMeter {

  void read(int bytes);

  void written(int bytes);
}
