package dev.bulkhead.scrape;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port of a target. Without a port that of the scheme is meant (Prometheus documentation, {@code static_config}).
 *
 * @param host the host name or address
 * @param port the port
 */
record ScrapeAddress(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(?:(https?)://(?:[^/@\\s]*@)?)?([A-Za-z0-9][A-Za-z0-9_.-]*)(?::(\\d{1,5}))?(?:[/?].*)?");

    static Optional<ScrapeAddress> of(String text, String scheme) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String spoken = form.group(1) == null ? scheme : form.group(1);
        int usual = spoken.equals("https") ? 443 : 80;
        return Optional.of(
                new ScrapeAddress(form.group(2), form.group(3) == null ? usual : Integer.parseInt(form.group(3))));
    }

    /** Returns whether the one that asks means itself. */
    boolean itself() {
        return host.equals("localhost") || host.startsWith("127.");
    }
}
