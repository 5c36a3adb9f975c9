package org.tocsin.local.city;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.local.city.world.Almanac;

/**
 * Writes labels and facts: the names of the components, enums as names, times as RFC 3339, absent
 * values left out. Events go the contract's own way, through the schemas.
 */
final class RecordJson {
  private static final Set<String> TIMES = Set.of("eventTime", "startTime", "until");
  private static final DateTimeFormatter RFC3339 =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(Almanac.OFFSET);
  private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

  private RecordJson() {}

  static String time(long epochMillis) {
    return RFC3339.format(Instant.ofEpochMilli(epochMillis));
  }

  static void write(JsonGenerator json, Record value) throws IOException {
    json.writeStartObject();
    for (RecordComponent component : components(value.getClass())) {
      Object part = read(component, value);
      if (part != null && !(part instanceof Map<?, ?> map && map.isEmpty())) {
        json.writeFieldName(component.getName());
        writeValue(json, component.getName(), part);
      }
    }
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, String name, Object value) throws IOException {
    if (value instanceof Long number) {
      if (TIMES.contains(name)) {
        json.writeString(time(number));
      } else {
        json.writeNumber(number);
      }
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Enum<?> constant) {
      json.writeString(constant.name());
    } else if (value instanceof Record record) {
      write(json, record);
    } else if (value instanceof Collection<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        writeValue(json, name, item);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        writeValue(json, "", entry.getValue());
      }
      json.writeEndObject();
    } else {
      json.writeString(value.toString());
    }
  }

  private static RecordComponent[] components(Class<?> type) {
    return COMPONENTS.computeIfAbsent(type, Class::getRecordComponents);
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
