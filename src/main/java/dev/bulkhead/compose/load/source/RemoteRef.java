package dev.bulkhead.compose.load.source;

import java.util.regex.Pattern;

/** Reference to a remote Compose file (git repository, OCI artifact), told from a path. */
public final class RemoteRef {

    private static final Pattern REMOTE =
            Pattern.compile("oci://.*|git://.*|https?://.*|ssh://.*|git@[^:/]+[:/].*|github\\.com/.*");

    private RemoteRef() {}

    public static boolean isRemote(String reference) {
        return REMOTE.matcher(reference).matches();
    }
}
