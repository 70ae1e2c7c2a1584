package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.recordquery.query.RecordQueryAnswer.Found;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is what Jackson makes of the record: also of a member that is new. */
class FoundJsonTest {
  private static final JsonMapper BY_HAND = mapper().build();
  private static final JsonMapper BY_JACKSON =
      mapper().addMixIn(Found.class, ByJackson.class).build();

  @JsonSerialize(using = ValueSerializer.None.class)
  private interface ByJackson {}

  private static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .changeDefaultPropertyInclusion(
            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL));
  }

  @Test
  void ofADocumentOfWhichAllIsKnown() {
    assertSame(filled(new Random(1), 0));
  }

  @RepeatedTest(100)
  void ofOneOfWhichMuchIsAbsent(RepetitionInfo round) {
    assertSame(filled(new Random(round.getCurrentRepetition()), 0.5));
  }

  private static void assertSame(Found found) {
    String written = BY_HAND.writeValueAsString(found);
    assertThat(BY_HAND.readTree(written))
        .isEqualTo(BY_JACKSON.readTree(BY_JACKSON.writeValueAsString(found)));
  }

  private static Found filled(Random random, double absent) {
    return (Found) value(Found.class, random, absent);
  }

  private static Object value(Type type, Random random, double absent) {
    if (type instanceof ParameterizedType set) {
      return set(set.getActualTypeArguments()[0], random, absent);
    }
    Class<?> kind = (Class<?>) type;
    if (kind == Oid.class) {
      return new Oid("1.2.246." + random.nextInt(1000));
    }
    if (kind == Instant.class) {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(3) * 1_000);
    }
    if (kind == LocalDate.class) {
      return LocalDate.ofEpochDay(random.nextInt(40_000));
    }
    if (kind == boolean.class) {
      return random.nextBoolean();
    }
    if (kind == int.class) {
      return random.nextInt(1000);
    }
    if (kind.isEnum()) {
      Object[] constants = kind.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    return kind.isRecord() ? record(kind, random, absent) : "\"ä\\ " + random.nextInt(1000);
  }

  private static Object set(Type element, Random random, double absent) {
    return random.nextInt(3) == 0 ? Set.of() : Set.of(value(element, random, absent));
  }

  private static Object record(Class<?> kind, Random random, double absent) {
    RecordComponent[] parts = kind.getRecordComponents();
    @Nullable Object[] values =
        Arrays.stream(parts)
            .map(part ->
                mayBeNull(part) && random.nextDouble() < absent
                    ? null
                    : value(part.getGenericType(), random, absent))
            .toArray();
    try {
      var constructor =
          kind.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean mayBeNull(RecordComponent part) {
    return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
