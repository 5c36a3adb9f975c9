package org.tocsin.core.warning;

/** The tiers as the domain pages name them, in rising order. */
public enum Level {
  T1(Tier.SMS, Grade.LOW),
  T2(Tier.CALL, Grade.MEDIUM),
  T3(Tier.IN_PERSON, Grade.HIGH),
  T3_PLUS(Tier.IN_PERSON, Grade.URGENT);

  private final Tier tier;
  private final Grade grade;

  Level(Tier tier, Grade grade) {
    this.tier = tier;
    this.grade = grade;
  }

  public Tier tier() {
    return tier;
  }

  public Grade grade() {
    return grade;
  }

  public boolean above(Level other) {
    return compareTo(other) > 0;
  }

  public Level next() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }

  public static Level of(Grade grade) {
    return values()[grade.ordinal()];
  }
}
