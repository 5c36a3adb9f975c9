package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.List;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Text;

/** What an officer says of a fake investment. */
final class V4Words implements Serializable {

  private static final long serialVersionUID = 1L;
  private final Words words;

  V4Words(Rulebook rules) {
    this.words = new Words(rules);
  }

  /**
   * @param back null when nothing came back
   * @param payments at least one
   */
  Text reason(Signal back, List<Signal> payments, List<Signal> raised) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    if (back != null) {
      addBack(back, zh, en);
    }
    addPayments(payments, zh, en);
    for (Signal each : raised) {
      addRaised(each, zh, en);
    }
    zh.append("。疑似虚假投资、网络交友诈骗。");
    en.append(". Looks like a fake-investment or romance scam.");
    return new Text(zh.toString(), en.toString());
  }

  private void addBack(Signal back, StringBuilder zh, StringBuilder en) {
    long tried = back.evidence().get(0).eventTime();
    zh.append(
        "%s向陌生账户付%s，%s另一账户返回%s；其后"
            .formatted(
                words.timeZh(tried),
                words.moneyZh(back.count()),
                words.timeZh(back.eventTime()),
                words.moneyZh(back.amountMinor())));
    en.append(
        "%s paid to a stranger at %s, %s back from another account at %s; then "
            .formatted(
                words.moneyEn(back.count()),
                words.timeEn(tried),
                words.moneyEn(back.amountMinor()),
                words.timeEn(back.eventTime())));
  }

  private void addPayments(List<Signal> payments, StringBuilder zh, StringBuilder en) {
    for (int i = 0; i < payments.size(); i++) {
      Signal each = payments.get(i);
      boolean cash = each.kind() == SignalKind.CASH_OUT;
      zh.append(i == 0 ? "" : "，")
          .append(words.timeZh(each.eventTime()))
          .append(cash ? "取现" : "向新近收款人付")
          .append(words.moneyZh(each.amountMinor()));
      en.append(i == 0 ? "" : ", ")
          .append(words.moneyEn(each.amountMinor()))
          .append(cash ? " drawn in cash at " : " to a payee met lately at ")
          .append(words.timeEn(each.eventTime()));
    }
  }

  private void addRaised(Signal raised, StringBuilder zh, StringBuilder en) {
    boolean loan = raised.kind() == SignalKind.LOAN_IN;
    zh.append("；")
        .append(words.timeZh(raised.eventTime()))
        .append(loan ? "贷款到账" : "存款支取")
        .append(words.moneyZh(raised.amountMinor()));
    en.append("; ")
        .append(loan ? "a loan of " : "a deposit of ")
        .append(words.moneyEn(raised.amountMinor()))
        .append(loan ? " came in at " : " was redeemed at ")
        .append(words.timeEn(raised.eventTime()));
  }
}
