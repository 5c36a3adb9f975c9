package org.tocsin.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Stream;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.core.signal.Signal;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.SingleObject;

@DisplayName("The event mapper")
class EventMapperTest {

  private static final EventMapper YUAN = new EventMapper(new Money("CNY", Map.of()));

  @ParameterizedTest
  @EnumSource(Stream.class)
  void maps_every_sample_to_an_event_and_back_through_kafka(Stream stream) {
    Contract contract = EventMapper.contractOf(stream);
    assertThat(contract.topic()).isEqualTo(stream.topic());
    assertThat(contract.file()).isEqualTo(stream.file());

    for (GenericRecord sample : SampleLines.records(contract)) {
      Event event = YUAN.toEvent(stream, sample);
      Outgoing sent = Outgoing.of(event);
      Reading read = SingleObject.decode(sent.contract(), sent.value(), SampleLines.NOW);

      assertThat(event.stream()).isEqualTo(stream);
      assertThat(sent.key()).isNotEmpty();
      assertThat(YUAN.toEvent(stream, ((Reading.Accepted) read).record())).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @EnumSource(Stream.class)
  void carries_every_field_to_the_component_of_its_name(Stream stream) throws Exception {
    Contract contract = EventMapper.contractOf(stream);
    for (GenericRecord sample : SampleLines.records(contract)) {
      Event event = YUAN.toEvent(stream, sample);
      for (Schema.Field field : contract.schema().getFields()) {
        Object value = sample.get(field.pos());
        if (value != null) {
          assertThat(component(event, field.name())).as(field.name()).hasToString(value.toString());
        }
      }
    }
  }

  private static Object component(Event event, String name) throws Exception {
    for (RecordComponent each : event.getClass().getRecordComponents()) {
      if (each.getName().equals(name)) {
        return each.getAccessor().invoke(event);
      }
    }
    throw new AssertionError("no component " + name);
  }

  @Test
  void puts_the_contracts_defaults_where_the_record_said_nothing() {
    Transaction transaction = transaction("CNY", 1);

    assertThat(transaction.result()).isEqualTo(Transaction.Result.SETTLED);
    assertThat(transaction.payerHolder()).isEqualTo(Holder.PERSON);
    assertThat(
            ((Outcome) YUAN.toEvent(Stream.OUTCOME, SampleLines.records(Contract.OUTCOME).get(0)))
                .checklist())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "USD, 100, 718", // a dollar
    "JPY, 100, 478", // a hundred yen: the yen has no smaller unit
    "KWD, 1000, 2340", // a dinar has a thousand fils
    "IDR, 1, 1" // never nothing
  })
  void converts_by_the_table_between_the_currencies_smallest_units(
      String currency, long amount, long fen) {
    Money money =
        new Money(
            "CNY",
            Map.of(
                "USD", new BigDecimal("7.18"),
                "JPY", new BigDecimal("0.0478"),
                "KWD", new BigDecimal("23.4"),
                "IDR", new BigDecimal("0.00043")));
    Transaction sent =
        TransactionBuilder.builder(transaction(currency, amount))
            .payerBalanceMinor(-amount)
            .build();

    Transaction converted =
        (Transaction)
            new EventMapper(money).toEvent(Stream.TRANSACTION, EventMapper.toRecord(sent));

    assertThat(converted.amountMinor()).isEqualTo(fen);
    assertThat(converted.currency()).isEqualTo("CNY");
    assertThat(money.comparable(converted)).isTrue();
    assertThat(converted.payeeBalanceMinor()).isNull();
  }

  @Test
  void leaves_a_currency_the_table_lacks_as_it_is() {
    Transaction sent = transaction("XAU", 5);

    Event event = YUAN.toEvent(Stream.TRANSACTION, EventMapper.toRecord(sent));

    assertThat(event).isEqualTo(sent);
    assertThat(new Money("CNY", Map.of()).comparable(sent)).isFalse();
  }

  @Test
  void refuses_a_table_that_cannot_be_meant() {
    assertThatThrownBy(() -> new Money("CNY", Map.of("USD", BigDecimal.ZERO)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("USD");
    assertThatThrownBy(() -> new Money("RMB", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuses_at_start_a_record_and_a_schema_that_do_not_name_the_same() {
    assertThatThrownBy(() -> RecordMapping.of(Outcome.class, Contract.CALL.schema()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lacks a component");
    assertThatThrownBy(() -> RecordMapping.of(Signal.class, Contract.SIGNAL.schema()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lacks a field");
  }

  private static Transaction transaction(String currency, long amountMinor) {
    Transaction first =
        (Transaction)
            YUAN.toEvent(Stream.TRANSACTION, SampleLines.records(Contract.TRANSACTION).get(0));
    return TransactionBuilder.builder(first).currency(currency).amountMinor(amountMinor).build();
  }
}
