package org.tocsin.core.profile;

/** What is known of a person beside their cards: so far, which records were seen. */
public record PersonProfile(String token, Seen seen) implements Profile {

  public PersonProfile {
    seen = seen == null ? Seen.NOTHING : seen;
  }

  public static PersonProfile unknown(String token) {
    return new PersonProfile(token, null);
  }
}
