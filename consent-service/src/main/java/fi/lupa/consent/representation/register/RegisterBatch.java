package fi.lupa.consent.representation.register;

import fi.lupa.consent.change.Changed;
import fi.lupa.platform.fence.Fence;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.BodyReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Registers many relations in one transaction. A line that can't be registered doesn't stop the
 * others; sent again, whatever stands already stays as it is.
 */
@Component
class RegisterBatch {
  private static final int MOST_LINES = 1_000;

  private final RegisterRepresentation register;
  private final BodyReader bodies;
  private final Transactions transactions;
  private final Fence fence;

  RegisterBatch(
      RegisterRepresentation register, BodyReader bodies, Transactions transactions, Fence fence) {
    this.register = register;
    this.bodies = bodies;
    this.transactions = transactions;
    this.fence = fence;
  }

  private record Line(int number, RegisterRequest request) {
    /** All batches lock relations in the same order; lines on one relation stay in theirs. */
    static final Comparator<Line> ORDER =
        Comparator.comparing((Line line) -> line.request().represented().value())
            .thenComparing(line -> line.request().representative().value())
            .thenComparing(line -> line.request().role())
            .thenComparing(Line::number);
  }

  private record Done(List<Changed> done, List<BatchAnswer.Refused> refused) {}

  Mono<BatchAnswer> register(byte[] body, String system) {
    return Mono.defer(() -> {
      List<BatchAnswer.Refused> refused = new ArrayList<>();
      List<Line> lines = read(new String(body, StandardCharsets.UTF_8).split("\n", -1), refused);
      return transactions.run(registerAll(lines, refused, system)).flatMap(this::tell);
    });
  }

  private List<Line> read(String[] sent, List<BatchAnswer.Refused> refused) {
    if (sent.length > MOST_LINES + 1) {
      throw Problem.of("PAYLOAD_TOO_LARGE");
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < sent.length; i++) {
      if (!sent[i].isBlank()) {
        try {
          byte[] line = sent[i].getBytes(StandardCharsets.UTF_8);
          lines.add(
              new Line(
                  i + 1, bodies.read(line, "RepresentationRegistration", RegisterRequest.class)));
        } catch (Problem problem) {
          refused.add(new BatchAnswer.Refused(i + 1, problem.violations()));
        }
      }
    }
    if (lines.isEmpty() && refused.isEmpty()) {
      throw Problem.invalid("", "the body is empty");
    }
    lines.sort(Line.ORDER);
    return lines;
  }

  /** A transaction that is tried again must not remember what the first try refused. */
  private Mono<Done> registerAll(
      List<Line> lines, List<BatchAnswer.Refused> unreadable, String system) {
    return Mono.defer(() -> {
      Done done = new Done(new ArrayList<>(), new ArrayList<>(unreadable));
      return Flux.fromIterable(lines)
          .concatMap(line ->
              register
                  .register(line.request(), system)
                  .doOnNext(done.done()::add)
                  .then()
                  .onErrorResume(
                      Problem.class,
                      problem -> {
                        done.refused()
                            .add(new BatchAnswer.Refused(line.number(), problem.violations()));
                        return Mono.empty();
                      }))
          .then(Mono.just(done));
    });
  }

  private Mono<BatchAnswer> tell(Done done) {
    List<Envelope> events =
        done.done().stream().map(Changed::event).filter(Objects::nonNull).toList();
    List<BatchAnswer.Refused> refused =
        done.refused().stream().sorted(Comparator.comparingInt(BatchAnswer.Refused::line)).toList();
    return fence
        .pushMany(events)
        .map(pushed ->
            new BatchAnswer(
                events.size(),
                done.done().size() - events.size(),
                refused,
                pushed == events.size()));
  }
}
