package fi.lupa.disclosure.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.matter.ClientMatter.Coded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A matter in a summary, with the document that tells it.
 *
 * @param matter the matter's identifier
 * @param name what it is about, code set 1.2.246.537.6.1265
 * @param status code set 1.2.246.537.6.1501
 * @param common of several clients
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterPart(
    Oid controller,
    Oid documentOid,
    int version,
    String matter,
    @Nullable Coded name,
    @Nullable Coded status,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    boolean common,
    @Nullable ServiceTask serviceTask) {}
