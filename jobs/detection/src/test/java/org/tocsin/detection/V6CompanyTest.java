package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.isAboveSms;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V6: "the boss" has the company send money, once and at once. */
class V6CompanyTest {

  private static Story company() {
    return new Story();
  }

  private static TransactionBuilder fromCompany(
      Story story, String time, String to, double yuan, double balanceAfter) {
    return story
        .moving(time, "firm-account", to, yuan)
        .payerHolder(Holder.COMPANY)
        .payerPerson("treasurer")
        .payerBalanceMinor(Math.round(balanceAfter * 100));
  }

  private static Transaction toCompany(
      Story story, String time, String to, double yuan, double balanceAfter) {
    return fromCompany(story, time, to, yuan, balanceAfter).payeeHolder(Holder.COMPANY).build();
  }

  private static List<Warning> warned(Story story) {
    return FlowAssert.warned(story, "V6");
  }

  @Test
  void allAvailableFunds() {
    Story story = company();
    story.add(fromCompany(story, "03-11 10:11", "stranger", 500_000, 480_000).build());
    story.add(fromCompany(story, "03-11 10:16", "stranger", 480_000, 0).build());

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.URGENT);
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-11 10:11"));
    assertThat(warnings.get(1).reason().zh()).contains("980,000元", "分2笔", "占余额100%");
    assertThat(warnings).allMatch(each -> each.person().equals("treasurer"));
  }

  @ParameterizedTest
  @CsvSource({"100_000, 25_000, URGENT", "99_999.99, 0, ", "100_000, 25_001, LOW"})
  void theCompanysAccountIsEmptied(String yuan, String left, Grade grade) {
    Story story = company();
    story.add(
        fromCompany(
                story,
                "03-11 10:11",
                "stranger",
                Double.parseDouble(yuan.replace("_", "")),
                Double.parseDouble(left.replace("_", "")))
            .build());

    assertThat(warned(story))
        .extracting(Warning::grade)
        .isEqualTo(grade == null ? List.of() : List.of(grade));
  }

  @ParameterizedTest
  @CsvSource({"00:05:00, URGENT", "00:05:01, LOW"})
  void splitWithinTenMinutes(String second, Grade highest) {
    Story story = company();
    story.add(fromCompany(story, "03-31 23:55:00", "stranger", 110_000, 900_000).build());
    story.add(fromCompany(story, "04-01 " + second, "stranger", 60_000, 840_000).build());

    List<Warning> warnings = warned(story);

    assertThat(warnings.isEmpty() ? Grade.LOW : warnings.get(warnings.size() - 1).grade())
        .isEqualTo(highest);
  }

  @Test
  void theFirstHalfIsTextedWhereNoBankSaysTheBalance() {
    Story story = company();
    story.add(
        fromCompany(story, "03-11 10:11", "stranger", 500_000, 0).payerBalanceMinor(null).build());

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  /** Asked for in two halves, of a company that has millions: the first is a text at once. */
  @ParameterizedTest
  @CsvSource({"4_500_000, LOW", "4_500_001, "})
  void theFirstHalfIsTextedFromATenthOfTheBalanceOn(String left, Grade grade) {
    Story story = company();
    double balance = Double.parseDouble(left.replace("_", ""));
    story.add(fromCompany(story, "03-11 10:11", "stranger", 500_000, balance).build());

    assertThat(warned(story))
        .extracting(Warning::grade)
        .isEqualTo(grade == null ? List.of() : List.of(grade));
  }

  @Test
  void aCompanyPayeeWithAYoungAccountIsNoSupplier() {
    Story story = company().owns("03-01 09:00", "shell-director", "shell");
    story.add(toCompany(story, "03-11 10:11", "shell", 500_000, 20_000));

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.URGENT);
  }

  @Test
  void aNewSupplier() {
    Story story = company();
    story.add(toCompany(story, "03-11 10:11", "supplier", 500_000, 20_000));

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void twoNewSuppliersInOneSitting() {
    Story story = company();
    for (String supplier : List.of("supplier-1", "supplier-2")) {
      story.add(toCompany(story, "03-11 10:11", supplier, 90_000, 900_000));
    }

    assertThat(new Chain().feed(story.inOrder()).warnings()).isEmpty();
  }

  @Test
  void aPayrollAgent() {
    Story story = company();
    story.add(toCompany(story, "03-11 10:11", "agent", 300_000, 30_000));

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void aYearsBonusesToManyNewPeople() {
    Story story = company();
    for (int i = 0; i < 8; i++) {
      story.add(
          fromCompany(story, "03-11 10:11:0" + i, "employee-" + i, 60_000, 900_000 - i * 60_000)
              .build());
    }

    List<Warning> warnings = new Chain().feed(story.inOrder()).warnings();

    assertThat(warnings).allMatch(warning -> warning.eventTime() < Story.at("03-11 10:11:03"));
  }

  @Test
  void whoeverIsPaidWagesForOthersHasAYoungAccountToo() {
    Story story = company().owns("03-01 09:00", "agent", "young");
    story.add(fromCompany(story, "03-11 10:11", "young", 330_000, 6_000_000).build());

    assertThat(new Chain().feed(story.inOrder()).warnings()).isEmpty();
  }

  @Test
  void aPartOfTheBalanceToAListedPersonIsUrgent() {
    Story story = company().clue("03-01 09:00", Clue.Kind.LISTED_ACCOUNT, null, "mule");
    story.add(fromCompany(story, "03-11 10:11", "mule", 330_000, 6_000_000).build());

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.URGENT);
  }
}
