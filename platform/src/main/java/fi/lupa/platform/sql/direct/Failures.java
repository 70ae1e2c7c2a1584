package fi.lupa.platform.sql.direct;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** JDBC's errors as the ones that Spring also makes of R2DBC's. */
final class Failures {
  private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

  private Failures() {}

  static DataAccessException translate(SQLException error) {
    DataAccessException known = TRANSLATOR.translate("statement", null, error);
    return known == null ? new Unknown(error) : known;
  }

  private static final class Unknown extends UncategorizedDataAccessException {
    private static final long serialVersionUID = 1L;

    Unknown(SQLException error) {
      super("a statement failed", error);
    }
  }
}
