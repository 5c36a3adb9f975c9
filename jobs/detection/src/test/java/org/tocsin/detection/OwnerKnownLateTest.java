package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.Warning.FormerSubject;

/**
 * Whose an account is may become known after it was warned of: the person's warnings say so, and
 * the case opened under the account becomes the person's.
 */
class OwnerKnownLateTest {

  private static void rebate(Story story, int day) {
    story
        .pays("03-0" + day + " 10:00", "card", "m" + day, 108)
        .pays("03-0" + day + " 10:20", "r" + day, "card", 113);
  }

  @Test
  void thePersonsWarningNamesTheAccountItWasFoundUnder() {
    Story story = new Story();
    rebate(story, 1);
    Chain chain = new Chain().feed(story.inOrder());
    assertThat(chain.warnings("V3"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.person()).isNull();
              assertThat(warning.subject()).isEqualTo("card");
              assertThat(warning.formerSubjects()).isNull();
            });

    chain.feed(new Story().owns("03-01 11:00", "wang", "card").inOrder());

    List<Warning> warnings = chain.warnings("V3");
    Warning last = warnings.get(warnings.size() - 1);
    assertThat(warnings).hasSize(2);
    assertThat(last.person()).isEqualTo("wang");
    assertThat(last.formerSubjects())
        .containsExactly(new FormerSubject(SubjectKind.ACCOUNT, "card"));
  }

  @Test
  void anAccountThatWasKnownFromTheStartIsNotNamed() {
    Story story = new Story().owns("01-01 09:00", "wang", "card");
    rebate(story, 1);
    assertThat(new Chain().feed(story.inOrder()).warnings("V3"))
        .singleElement()
        .extracting(Warning::formerSubjects)
        .isNull();
  }
}
