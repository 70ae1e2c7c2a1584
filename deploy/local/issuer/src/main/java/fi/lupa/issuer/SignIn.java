package fi.lupa.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in for strong identification (Suomi.fi): each authorization request shows a page on which
 * one says which test person one is. The page sends the request on as a form together with the
 * code, so that the code is in no address, and nothing is remembered between two requests: whoever
 * signs in again is asked again.
 */
final class SignIn extends OncePerRequestFilter {
  private static final String PATH = "/oauth2/authorize";
  private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PATH.equals(request.getServletPath() + nullToEmpty(request.getPathInfo()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String code = request.getParameter(CitizenRequest.PARAMETER);
    if (!"POST".equals(request.getMethod()) || code == null) {
      show(request, response, false);
      return;
    }
    TestPerson person =
        new TestPerson(
            plain(code),
            forAnother(request)
                ? plain(nullToEmpty(request.getParameter(CitizenRequest.REPRESENTED)))
                : null);
    if (!isValid(person)) {
      show(request, response, true);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn(person));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  /**
   * The name says nothing of the person: it becomes {@code sub} in both tokens. The factor tells
   * when it happened ({@code auth_time}).
   */
  private static UsernamePasswordAuthenticationToken signedIn(TestPerson who) {
    UsernamePasswordAuthenticationToken person =
        UsernamePasswordAuthenticationToken.authenticated(
            UUID.randomUUID().toString(), null, List.of(FactorGrantedAuthority.fromFactor("TEST")));
    person.setDetails(who);
    return person;
  }

  /** Whether the client asks for a token of somebody who acts for another. */
  private static boolean forAnother(HttpServletRequest request) {
    return List.of(nullToEmpty(request.getParameter("scope")).split(" "))
        .contains(AllScopesByDefault.REPRESENT);
  }

  /** Whether they really may act for the other is asked when the token is made. */
  private static boolean isValid(TestPerson person) {
    String other = person.represented();
    return TestIdentityCode.isValid(person.identityCode())
        && (other == null
            || TestIdentityCode.isValid(other) && !other.equals(person.identityCode()));
  }

  private static String plain(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  private static void show(
      HttpServletRequest request, HttpServletResponse response, boolean wrongCode)
      throws IOException {
    response.setStatus(wrongCode ? 400 : 200);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    response.setHeader("Referrer-Policy", "no-referrer");
    String page =
        SignInPage.of(language(request), request.getParameterMap(), forAnother(request), wrongCode);
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String language(HttpServletRequest request) {
    String asked = nullToEmpty(request.getParameter("ui_locales"));
    String language = asked.isEmpty() ? request.getLocale().getLanguage() : asked;
    return LANGUAGES.contains(language) ? language : "fi";
  }

  private static String nullToEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
