package org.tocsin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.console.store.CaseFile;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

class OffersTest {

  private static List<CaseFile.Change> life(String... because) {
    return Arrays.stream(because)
        .map(
            each ->
                new CaseFile.Change(
                    1, "OPEN", Grade.HIGH, Tier.IN_PERSON, Instant.EPOCH, each, null))
        .toList();
  }

  @Test
  void anOfferStandsUntilItIsAnsweredOrLapses() {
    String offer = "HAND_OVER_OFFERED:CALL ZHIFU > LAISHAN";

    assertThat(Offers.of(life("WARNING:w-1", offer), "CALL")).isEqualTo("LAISHAN");
    for (String end : List.of("ACCEPTED", "REFUSED", "LAPSED")) {
      String answer = "HAND_OVER_" + end + ":CALL ZHIFU > LAISHAN";
      assertThat(Offers.of(life(offer, answer), "CALL")).as(end).isNull();
      assertThat(Offers.of(life(offer, answer, offer), "CALL")).as(end).isEqualTo("LAISHAN");
    }
  }

  @Test
  void anotherKindOfTaskIsNotOffered() {
    String offer = "HAND_OVER_OFFERED:CALL ZHIFU > LAISHAN";

    assertThat(Offers.of(life(offer), "VISIT")).isNull();
    assertThat(Offers.of(life("OUTCOME:o-1"), "CALL")).isNull();
    assertThat(Offers.of(life(offer, "HAND_OVER_LAPSED:VISIT A > B"), "CALL")).isEqualTo("LAISHAN");
  }
}
