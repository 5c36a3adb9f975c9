package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A released schema")
class CompatibilityTest {

  private static final Path RELEASED = Samples.root().resolve("schemas/released");

  static List<String> index() {
    return Samples.text(RELEASED.resolve("index.txt")).lines().toList();
  }

  @ParameterizedTest
  @MethodSource("index")
  void never_changes(String entry) throws IOException, NoSuchAlgorithmException {
    byte[] file = Files.readAllBytes(RELEASED.resolve(path(entry)));

    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

    assertThat(entry).isEqualTo(path(entry) + " " + hash);
  }

  @Test
  void stands_in_the_index() throws IOException {
    try (Stream<Path> files = Files.walk(RELEASED)) {
      List<String> found =
          files
              .filter(file -> file.toString().endsWith(".avsc"))
              .map(file -> RELEASED.relativize(file).toString().replace('\\', '/'))
              .toList();

      assertThat(index().stream().map(CompatibilityTest::path))
          .containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @ParameterizedTest
  @MethodSource("index")
  void reads_what_the_current_one_writes_and_the_other_way_round(String entry)
      throws SchemaValidationException {
    Schema released = released(entry);
    Schema current = contractOf(entry).schema();
    SchemaValidator mutual = new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    mutual.validate(current, List.of(released));
  }

  @ParameterizedTest
  @MethodSource("index")
  void is_known_by_its_fingerprint(String entry) {
    long fingerprint = SchemaNormalization.parsingFingerprint64(released(entry));

    assertThat(Writers.of(contractOf(entry), fingerprint))
        .extracting(Writers.Writer::contract)
        .isEqualTo(contractOf(entry));
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void exists_for_every_stream(Contract contract) {
    assertThat(index()).anyMatch(entry -> entry.startsWith("1.0/" + contract.topic() + ".avsc "));
  }

  @Test
  void would_be_broken_by_a_new_required_field() {
    Schema older = Contract.CALL.schema();
    Schema newer = with(older, new Schema.Field("added", Schema.create(Schema.Type.INT)));

    assertThat(compatibility(newer, older)).isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
  }

  @Test
  void of_a_neighbour_with_another_optional_field_is_read_in_both_directions() throws IOException {
    Schema current = Contract.CALL.schema();
    Schema texts = Schema.createArray(Schema.create(Schema.Type.STRING));
    Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), texts);
    Schema newer =
        with(current, new Schema.Field("added", optional, null, Schema.Field.NULL_DEFAULT_VALUE));
    GenericRecord call = firstCall();

    GenericRecordBuilder builder = new GenericRecordBuilder(newer);
    current.getFields().forEach(field -> builder.set(field.name(), call.get(field.name())));
    GenericRecord sent = builder.set("added", List.of("a", "b")).build();
    byte[] body = body(newer, sent);

    BoundedDecoder decoder = new BoundedDecoder().over(body, 0);
    assertThat(Writers.reader(newer, Contract.CALL).read(null, decoder)).isEqualTo(call);
    assertThat(decoder.remaining()).isZero();
  }

  private static byte[] body(Schema schema, GenericRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema, GenericData.get()).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static GenericRecord firstCall() {
    String line = Samples.accepted(Contract.CALL).findFirst().orElseThrow().line();
    return ((Reading.Accepted) PlainJson.read(Contract.CALL, line, Samples.NOW)).record();
  }

  /** The schema with one field more at its end. */
  private static Schema with(Schema schema, Schema.Field added) {
    List<Schema.Field> fields = new ArrayList<>();
    schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(added);
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  /** Of a line of the index: the file that it is about. */
  private static String path(String entry) {
    return entry.substring(0, entry.indexOf(' '));
  }

  private static Schema released(String entry) {
    return SchemaFiles.parse(Samples.text(RELEASED.resolve(path(entry))));
  }

  private static Contract contractOf(String entry) {
    String topic = entry.substring(entry.indexOf('/') + 1, entry.indexOf(".avsc"));
    return Contract.ofTopic(topic).orElseThrow();
  }
}
