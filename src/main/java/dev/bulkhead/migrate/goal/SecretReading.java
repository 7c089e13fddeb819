package dev.bulkhead.migrate.goal;

import java.util.List;

/**
 * Reading of secret files by a service: looked at once they are there and before its container is made anew.
 *
 * @param reader the user as whom its container reads them
 */
public record SecretReading(String service, List<SecretFile> files, SecretFile.Owner reader) {
    public SecretReading {
        files = List.copyOf(files);
    }
}
