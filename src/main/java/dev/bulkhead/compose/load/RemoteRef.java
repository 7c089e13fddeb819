package dev.bulkhead.compose.load;

import java.util.regex.Pattern;

/** Tells references to remote Compose files (git repositories, OCI artifacts) from paths. */
final class RemoteRef {

    private static final Pattern REMOTE =
            Pattern.compile("oci://.*|git://.*|https?://.*|ssh://.*|git@[^:/]+[:/].*|github\\.com/.*");

    private RemoteRef() {}

    static boolean isRemote(String reference) {
        return REMOTE.matcher(reference).matches();
    }
}
