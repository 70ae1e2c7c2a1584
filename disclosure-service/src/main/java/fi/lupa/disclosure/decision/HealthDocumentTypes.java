package fi.lupa.disclosure.decision;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which social-care documents health professionals may see (decree 457/2024 18 § 1): client
 * relationship data, need and functional assessments (1506.1xxx), plans (1506.15xxx) and journal
 * entries (1506.19xxx), but never a shelter's assessment (1011) or plan (15019), entries of
 * therapeutic work (19014) or of examinations (19015).
 */
final class HealthDocumentTypes {
  private static final Pattern DOCUMENT = Pattern.compile("1506\\.(\\d{1,2})\\d{3}");
  private static final Set<String> SHARED_GROUPS = Set.of("1", "15", "19");
  private static final String RELATIONSHIP = "1505.1";
  private static final Set<String> SPECIAL =
      Set.of("1506.1011", "1506.15019", "1506.19014", "1506.19015");

  private HealthDocumentTypes() {}

  static boolean isShared(String documentType) {
    Matcher code = DOCUMENT.matcher(documentType);
    return documentType.equals(RELATIONSHIP)
        || (code.matches() && SHARED_GROUPS.contains(code.group(1)));
  }

  static boolean isSpecial(String documentType) {
    return SPECIAL.contains(documentType);
  }
}
