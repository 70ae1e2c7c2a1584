package fi.lupa.disclosure.document.signature;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustAnchors files and folders with the certificates (PEM or DER) of the authorities whose
 *     signers are trusted; none = no signature is verified
 * @param revocationLists folders with revocation lists (PEM or DER), kept filled by the operator;
 *     none = revocation isn't checked
 * @param requireSignature whether a document without a verified signature is refused
 */
@ConfigurationProperties("lupa.documents")
public record SignatureSettings(
    @DefaultValue List<Path> trustAnchors,
    @DefaultValue List<Path> revocationLists,
    @DefaultValue("false") boolean requireSignature) {}
