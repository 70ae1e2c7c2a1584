# Sourced by ./mvnw and ./lupa: points JAVA_HOME at a JDK 25, wherever the default java is.
# Looks at JAVA_HOME, JAVA_HOME_25*, the usual install folders, then the PATH. Prints one sentence and fails when there is none.
lupa_is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q ' version "25'; }
lupa_find_jdk() {
  for home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" \
    /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* /opt/*25* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$home" ] && lupa_is_jdk25 "$home"; then JAVA_HOME=$home; export JAVA_HOME; return 0; fi
  done
  if command -v javac >/dev/null 2>&1; then
    home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    if lupa_is_jdk25 "$home"; then JAVA_HOME=$home; export JAVA_HOME; return 0; fi
  fi
  echo "Lupa needs a JDK 25 and found none: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it." >&2
  return 1
}
