package dev.bulkhead.migrate.proxied;

import dev.bulkhead.testing.PrivateEngine;
import java.io.IOException;

/** Browser on a machine of the LAN, as far as curl goes: it finds every name at the engine's host. */
public final class LanBrowser {

    private static final String HOST = "198.18.0.1";

    private LanBrowser() {}

    /** Returns the page of a name by HTTPS; a certificate that a root does not stand for gives none. */
    public static String page(PrivateEngine engine, String root, String name) throws IOException {
        return page(engine, root, name, 443);
    }

    /** Returns the page of a name on a port. */
    static String page(PrivateEngine engine, String root, String name, int port) throws IOException {
        return engine.inWorld(
                        "curl",
                        "-s",
                        "--cacert",
                        root,
                        "--resolve",
                        name + ":" + port + ":" + HOST,
                        "https://" + name + ":" + port + "/")
                .output();
    }

    /** Returns the status of a name in clear, and where it sends people. */
    public static String plain(PrivateEngine engine, String name) throws IOException {
        return engine.inWorld(
                        "curl",
                        "-s",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{http_code} %{redirect_url}",
                        "--resolve",
                        name + ":80:" + HOST,
                        "http://" + name + "/")
                .output();
    }
}
