package fi.lupa.audit.codeset;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.DocumentTypes;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.codeset.LegalReference;
import fi.lupa.platform.codeset.YamlFiles;
import fi.lupa.platform.problem.ReasonCatalog;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The code sets of {@code codesets/} that the log needs. The operator may replace the files, so a
 * code that an old event holds may be unknown today: then a general word stands in its place, never
 * the bare code.
 */
public final class CodeSets {
  private static final LocalizedText OTHER_PURPOSE =
      new LocalizedText("Muu käyttötarkoitus", "Annat ändamål", "Another purpose");
  private static final LocalizedText OTHER_DOCUMENT =
      new LocalizedText("Asiakirja", "Handling", "Document");
  private static final LocalizedText OTHER_WIDE_SEARCH =
      new LocalizedText("Muu syy", "Annan orsak", "Another reason");
  private static final LocalizedText OTHER_REASON =
      new LocalizedText("Muu syy.", "Annan orsak.", "Another reason.");

  private static final LocalizedText OTHER_RECIPIENT =
      new LocalizedText("muu vastaanottaja", "annan mottagare", "another recipient");
  private static final LocalizedText OTHER_GROUND =
      new LocalizedText("Muu peruste", "Annan grund", "Another ground");

  private final ReasonCatalog reasons;
  private final Map<String, LocalizedText> serviceTasks;
  private final Map<String, LocalizedText> purposes;
  private final Map<String, LocalizedText> bases;
  private final Map<String, LocalizedText> grounds;
  private final Map<String, LegalReference> provisions;
  private final Map<String, LocalizedText> documentTypes;
  private final Map<String, LocalizedText> wideSearchReasons;
  private final Map<String, LocalizedText> voidReasons;
  private final Map<String, LocalizedText> recipients;
  private final Map<String, LocalizedText> noticeGrounds;

  private CodeSets(ReasonCatalog reasons) {
    this.reasons = reasons;
    JsonNode onWhat = YamlFiles.tree("codesets/bases.yaml");
    this.bases = YamlFiles.texts(onWhat.required("bases"));
    this.grounds = YamlFiles.texts(onWhat.required("grounds"));
    this.serviceTasks = YamlFiles.texts(YamlFiles.tree("codesets/service-tasks.yaml"));
    this.purposes = YamlFiles.texts(YamlFiles.tree("codesets/purposes.yaml"));
    this.provisions = LegalReference.all();
    this.wideSearchReasons = YamlFiles.texts(YamlFiles.tree("codesets/wide-search-reasons.yaml"));
    this.voidReasons = YamlFiles.texts(YamlFiles.tree("codesets/void-reasons.yaml"));
    JsonNode notices = YamlFiles.tree("codesets/disclosure-notices.yaml");
    this.recipients = YamlFiles.texts(notices.required("recipients"));
    this.noticeGrounds = YamlFiles.texts(notices.required("grounds"));
    this.documentTypes = YamlFiles.texts(YamlFiles.tree("codesets/document-types.yaml"));
  }

  public static CodeSets load(ReasonCatalog reasons) {
    return new CodeSets(reasons);
  }

  public LocalizedText serviceTask(ServiceTask task) {
    return serviceTasks.getOrDefault(task.name(), new LocalizedText(task.name(), null, null));
  }

  public LocalizedText purpose(String code) {
    return purposes.getOrDefault(code, OTHER_PURPOSE);
  }

  public LocalizedText basis(Basis basis) {
    return bases.getOrDefault(basis.name(), new LocalizedText(basis.name(), null, null));
  }

  public LocalizedText ground(Ground ground) {
    return grounds.getOrDefault(ground.name(), new LocalizedText(ground.name(), null, null));
  }

  public Map<String, LegalReference> provisions() {
    return provisions;
  }

  public LocalizedText documentType(String type) {
    return DocumentTypes.find(documentTypes, type).orElse(OTHER_DOCUMENT);
  }

  public LocalizedText wideSearchReason(String code) {
    return wideSearchReasons.getOrDefault(code, OTHER_WIDE_SEARCH);
  }

  public LocalizedText voidReason(String code) {
    return voidReasons.getOrDefault(code, OTHER_REASON);
  }

  /** To what kind of recipient data were disclosed by other means. */
  public LocalizedText recipient(String code) {
    return recipients.getOrDefault(code, OTHER_RECIPIENT);
  }

  /** On what ground they were. */
  public LocalizedText noticeGround(String code) {
    return noticeGrounds.getOrDefault(code, OTHER_GROUND);
  }

  public LocalizedText reason(String code) {
    return reasons.codes().contains(code) ? reasons.reason(code).text() : OTHER_REASON;
  }
}
