package fi.lupa.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes accessible PDF (PDF/UA: tagged, with language and title, its font inside) of pages. Works
 * on two threads of its own: a page costs some tens of milliseconds of processor time, which no
 * event loop has, and many at once would take the whole machine.
 */
public final class Printer implements AutoCloseable {
  private static final int AT_ONCE = 2;
  private static final int WAITING = 200;

  /** The one font that PDFBox brings along (SIL Open Font License); it has no bold. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    // what it logs may repeat what is printed
    XRLog.setLoggingEnabled(false);
  }

  private final Scheduler scheduler = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "print");

  /**
   * @return the PDF; an error {@link java.util.concurrent.RejectedExecutionException} when too many
   *     wait already
   */
  public Mono<byte[]> print(Page page) {
    return Mono.fromCallable(() -> pdf(page)).subscribeOn(scheduler);
  }

  @Override
  public void close() {
    scheduler.dispose();
  }

  private static byte[] pdf(Page page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfRendererBuilder()
        .withW3cDocument(page.document(), null)
        .useFont(Printer::font, "Liberation Sans")
        .useUriResolver((base, uri) -> null)
        .usePdfUaAccessibility(true)
        .withProducer("Lupa")
        .toStream(out)
        .run();
    return out.toByteArray();
  }

  private static InputStream font() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
  }
}
