package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Traefik's API without encryption and its dashboard on a port of its own: it goes where the dashboard has a route, and a
 * health check that asked it asks the ping instead (Traefik documentation, API & Dashboard, Ping).
 */
final class TraefikApi {

    private static final String DASHBOARD = "api@internal";
    private static final String ENTRY_POINT = "traefik";
    private static final int USUAL_PORT = 8080;
    private static final Pattern OF_API =
            Pattern.compile("(https?://[^/\\s\"']+)/(?:api|dashboard)(?:/[^\\s\"'|&;]*)?");

    private final TlsScene scene;
    private final TraefikSettings settings;
    private final TraefikSettingsEdit statics;

    TraefikApi(TlsScene scene, TraefikSettings settings, TraefikSettingsEdit statics) {
        this.scene = scene;
        this.settings = settings;
        this.statics = statics;
    }

    /** Returns why the API stays open without encryption, as a sentence; empty where it goes or was closed. */
    static Optional<String> stays(TlsScene scene, TraefikSettings settings) {
        if (!insecure(settings)) {
            return Optional.empty();
        }
        String proxy = scene.proxy().key();
        if (scene.routes().stream().noneMatch(TraefikApi::isDashboard)) {
            return Optional.of("The API of " + proxy + " stays open without encryption on its port " + port(settings)
                    + ", since its dashboard has no route; give it one in iteration 2, then come back.");
        }
        return scene.evidence().flows().stream()
                .filter(flow -> flow.to().equals(proxy)
                        && flow.port().isPresent()
                        && flow.port().getAsInt() == port(settings)
                        && flow.source() == MustFlow.Source.SETTING
                        && !flow.from().equals(proxy))
                .filter(flow -> !scrapes(flow))
                .findFirst()
                .map(flow -> "The API of " + proxy + " stays open without encryption inside the project, since "
                        + flow.from() + " asks it on port " + port(settings)
                        + "; lead that to the route of the dashboard,"
                        + " then come back.");
    }

    /** Figures and ping stay on that port without the API. */
    private static boolean scrapes(MustFlow flow) {
        return flow.why().contains("scrape")
                || flow.why().contains("metrics")
                || flow.why().contains("figures");
    }

    private static boolean insecure(TraefikSettings settings) {
        return "true".equalsIgnoreCase(settings.values().get("api.insecure"));
    }

    private static boolean isDashboard(Route route) {
        return route.target() instanceof RouteTarget.OfProxy(String name) && name.equals(DASHBOARD);
    }

    private static int port(TraefikSettings settings) {
        return settings.entryPoints().stream()
                .filter(point -> point.name().equals(ENTRY_POINT))
                .flatMap(point -> point.port().stream())
                .findFirst()
                .orElse(USUAL_PORT);
    }

    List<ProjectEdit> edits() throws AnswersException {
        if (!insecure(settings) || stays(scene, settings).isPresent()) {
            return List.of();
        }
        List<ProjectEdit> edits = new ArrayList<>();
        statics.remove("api", "insecure");
        statics.set("true", "api", "dashboard"); // the API itself stays, behind its route
        String check = scene.input()
                .settings()
                .healthChecks()
                .getOrDefault(scene.proxy().key(), "");
        boolean asksApi = OF_API.matcher(check).find();
        boolean asksPing = check.contains("/ping") || check.contains("traefik healthcheck");
        if (asksApi || (asksPing && !statics.has("ping"))) {
            statics.set("true", "ping");
        }
        if (asksApi) {
            // the words begin with CMD or CMD-SHELL; a bare line is one for the shell
            String line =
                    OF_API.matcher(check.replaceFirst("^CMD(-SHELL)? ", "")).replaceAll("$1/ping");
            edits.add(new FieldEdit.SetField(
                    Element.service(scene.proxy().key()).field("healthcheck").field("test"),
                    FieldValue.texts("CMD-SHELL", line)));
        }
        return edits;
    }
}
