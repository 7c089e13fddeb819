package dev.bulkhead.compose.load.source;

import java.util.regex.Pattern;

/** Tells references to remote Compose files (git repositories, OCI artifacts) from paths. */
public final class RemoteRef {

    private static final Pattern REMOTE =
            Pattern.compile("oci://.*|git://.*|https?://.*|ssh://.*|git@[^:/]+[:/].*|github\\.com/.*");

    private RemoteRef() {}

    public static boolean isRemote(String reference) {
        return REMOTE.matcher(reference).matches();
    }
}
