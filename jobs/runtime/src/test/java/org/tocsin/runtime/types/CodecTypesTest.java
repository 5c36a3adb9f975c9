package org.tocsin.runtime.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.cases.Task;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Warning;
import org.tocsin.runtime.wire.Rejection;

/** Flink's view of what is kept and what travels: codecs only, readable by later versions. */
class CodecTypesTest {

  private static final Call CALL =
      CallBuilder.builder()
          .eventId("e1")
          .source("carrier")
          .eventTime(5)
          .kind(Call.Kind.STARTED)
          .caller("a")
          .build();

  @ParameterizedTest
  @ValueSource(
      classes = {
        Event.class,
        Message.class,
        Signal.class,
        Warning.class,
        CaseInput.class,
        CaseChange.class,
        Task.class,
        Rejection.class
      })
  void no_type_falls_back_to_kryo(Class<?> type) {
    TypeInformation<?> information = CodecTypeInfo.of(type);
    SerializerConfigImpl strict = new SerializerConfigImpl();
    strict.setGenericTypes(false);

    assertThat(information.createSerializer(strict)).isInstanceOf(CodecSerializer.class);
  }

  @Test
  void a_value_comes_back_from_flink_memory() throws IOException {
    CodecSerializer<Event> serializer = CodecTypeInfo.of(Event.class).serializer();
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(CALL, out);
    DataOutputSerializer copied = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), copied);

    assertThat(serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer())))
        .isEqualTo(CALL);
    assertThat(serializer.copy(CALL)).isSameAs(CALL);
  }

  @Test
  void a_serializer_travels_to_a_task_manager() throws Exception {
    CodecSerializer<Event> serializer =
        InstantiationUtil.clone(CodecTypeInfo.of(Event.class).serializer());
    DataOutputSerializer out = new DataOutputSerializer(64);

    serializer.serialize(CALL, out);

    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(CALL);
  }

  @Test
  void a_savepoint_of_the_same_type_is_read_as_it_is() throws IOException {
    TypeSerializerSnapshot<Event> saved =
        saved(CodecTypeInfo.of(Event.class).serializer().snapshotConfiguration());

    assertThat(saved.restoreSerializer()).isEqualTo(CodecTypeInfo.of(Event.class).serializer());
    assertThat(
            CodecTypeInfo.of(Event.class)
                .serializer()
                .snapshotConfiguration()
                .resolveSchemaCompatibility(saved)
                .isCompatibleAsIs())
        .isTrue();
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void a_savepoint_of_another_type_is_refused() throws IOException {
    TypeSerializerSnapshot saved =
        saved(CodecTypeInfo.of(Message.class).serializer().snapshotConfiguration());
    TypeSerializerSnapshot<Event> wanted =
        CodecTypeInfo.of(Event.class).serializer().snapshotConfiguration();

    assertThatThrownBy(() -> wanted.resolveSchemaCompatibility(saved))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds values of org.tocsin.core.signal.Message, not of")
        .hasMessageContaining("org.tocsin.core.event.Event");
  }

  @Test
  void a_savepoint_of_a_newer_version_is_refused() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF(Signal.class.getName());
    out.writeInt(99);
    TypeSerializerSnapshot<Signal> newer = new CodecSerializerSnapshot<>();
    newer.readSnapshot(
        1, new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    TypeSerializerSnapshot<Signal> wanted =
        CodecTypeInfo.of(Signal.class).serializer().snapshotConfiguration();

    assertThatThrownBy(() -> wanted.resolveSchemaCompatibility(newer))
        .hasMessageContaining("99 parts, written by a newer version");
  }

  @Test
  void a_type_that_no_longer_exists_is_named() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF("org.tocsin.Gone");
    out.writeInt(1);
    TypeSerializerSnapshot<Signal> gone = new CodecSerializerSnapshot<>();
    gone.readSnapshot(
        1, new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThatThrownBy(gone::restoreSerializer).hasMessageContaining("org.tocsin.Gone");
  }

  @Test
  void what_has_no_codec_is_refused_when_the_job_is_made() {
    assertThatThrownBy(() -> CodecTypeInfo.of(List.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As it comes out of a savepoint. */
  private static <T> TypeSerializerSnapshot<T> saved(TypeSerializerSnapshot<T> snapshot)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()), CodecTypesTest.class.getClassLoader());
  }
}
