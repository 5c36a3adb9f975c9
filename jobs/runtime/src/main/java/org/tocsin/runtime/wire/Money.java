package org.tocsin.runtime.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;

/**
 * The deployment's currency, and what others are worth in it. A transaction in a currency that the
 * table does not name keeps its own, so that amount rules can leave it out and count it.
 */
public final class Money {

  private final String currency;
  private final Map<String, BigDecimal> minorPerMinor = new HashMap<>();

  /**
   * @param currency ISO 4217 code of the deployment
   * @param worth by ISO 4217 code, how much of the deployment's currency one unit (one dollar, not
   *     one cent) is worth; may be empty
   * @throws IllegalArgumentException when a code is no currency or a worth is not positive
   */
  public Money(String currency, Map<String, BigDecimal> worth) {
    this.currency = currency;
    int digits = digits(currency);
    worth.forEach(
        (other, each) -> {
          if (each.signum() <= 0) {
            throw new IllegalArgumentException("the worth of " + other + " must be positive");
          }
          minorPerMinor.put(other, each.scaleByPowerOfTen(digits - digits(other)));
        });
  }

  private static int digits(String code) {
    return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
  }

  /** The deployment's currency, ISO 4217. */
  public String currency() {
    return currency;
  }

  /** Whether amount rules may use the transaction's amounts. */
  public boolean comparable(Transaction transaction) {
    return transaction.currency().equals(currency);
  }

  /** In the deployment's currency if the table allows; else the transaction as it is. */
  Transaction convert(Transaction transaction) {
    BigDecimal rate = comparable(transaction) ? null : minorPerMinor.get(transaction.currency());
    if (rate == null) {
      return transaction;
    }
    return TransactionBuilder.builder(transaction)
        .currency(currency)
        // What moved was more than nothing, however little it is worth.
        .amountMinor(Math.max(1, convert(transaction.amountMinor(), rate)))
        .payerBalanceMinor(convertNullable(transaction.payerBalanceMinor(), rate))
        .payeeBalanceMinor(convertNullable(transaction.payeeBalanceMinor(), rate))
        .build();
  }

  private static Long convertNullable(Long minor, BigDecimal rate) {
    return minor == null ? null : convert(minor, rate);
  }

  private static long convert(long minor, BigDecimal rate) {
    BigDecimal exact = rate.multiply(BigDecimal.valueOf(minor));
    return exact
        .setScale(0, RoundingMode.HALF_EVEN)
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .max(BigDecimal.valueOf(Long.MIN_VALUE))
        .longValueExact();
  }
}
