package dev.bulkhead.proxy.guard;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.directive.NginxReader;
import dev.bulkhead.proxy.guard.RouteGuards.Present;
import java.util.List;
import java.util.Optional;

/**
 * Guards in a file of nginx: {@code auth_basic}, {@code auth_request} and {@code auth_jwt}, which a location takes from what is around it
 * unless it states its own (nginx documentation, {@code ngx_http_auth_basic_module}, {@code ngx_http_auth_request_module}).
 */
final class NginxGuards {

    private static final List<String> ASKING = List.of("auth_basic", "auth_request", "auth_jwt");

    private NginxGuards() {}

    /** Returns what asks before the directive that begins in a line; empty where nothing does. */
    static Optional<Present> before(ProxyFile file, int line) {
        return asked(NginxReader.read(file.name(), file.text()), line, Optional.empty());
    }

    private static Optional<Present> asked(List<Directive> directives, int line, Optional<Present> around) {
        Optional<Present> here = around;
        for (Directive directive : directives) {
            if (ASKING.contains(directive.name()) && !directive.arguments().isEmpty()) {
                here = directive.arguments().getFirst().equals("off")
                        ? Optional.empty()
                        : Optional.of(new Present(directive.name(), Optional.empty()));
            }
        }
        for (Directive directive : directives) {
            if (directive.nested().isEmpty() && directive.line() == line) {
                return here;
            }
            if (directive.line() <= line && line <= directive.end()) {
                Optional<Present> found = asked(directive.nested(), line, here);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
