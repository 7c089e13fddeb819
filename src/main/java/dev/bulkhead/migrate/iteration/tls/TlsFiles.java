package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.FileMode;
import java.util.List;
import java.util.Optional;

/** Files of certificates in a project: where they stand, and who may read them. */
public final class TlsFiles {

    /** The folder of all of them. */
    public static final String FOLDER = "tls";
    /** The root that people install. */
    public static final String ROOT = "tls/authority/root.crt";
    /** The certificate that the proxy shows. */
    public static final String LEAF = "tls/live/leaf.crt";

    static final String ROOT_KEY = "tls/authority/root.key";
    /** Its key. */
    public static final String LEAF_KEY = "tls/live/leaf.key";

    static final String LIVE = "tls/live";
    private static final SecretFile.Access OPEN = new SecretFile.Access(new FileMode("444"), Optional.empty());

    private TlsFiles() {}

    /** Returns the edit that keeps keys out of version control; none where there are none of the project's own. */
    static List<FileEdit> ignored(List<SecretFile> secrets) {
        return secrets.isEmpty()
                ? List.of()
                : List.of(new FileEdit.WriteFile(
                        FOLDER + "/.gitignore", "# keys and tokens belong to this machine alone\n*.key\n/dns/\n"));
    }

    /** Returns the files of a private authority, in the order in which they are made of one another. */
    static List<SecretFile> authority(String project, List<String> hosts) {
        return List.of(
                new SecretFile(ROOT_KEY, new SecretSource.PrivateKey()),
                new SecretFile(ROOT, new SecretSource.Signed(ROOT_KEY, Optional.empty(), project, hosts), OPEN),
                new SecretFile(LEAF_KEY, new SecretSource.PrivateKey()),
                new SecretFile(LEAF, leaf(project, hosts), OPEN));
    }

    /** Returns how a leaf is made. */
    public static SecretSource.Signed leaf(String project, List<String> hosts) {
        return new SecretSource.Signed(LEAF_KEY, Optional.of(ROOT), project, hosts);
    }
}
