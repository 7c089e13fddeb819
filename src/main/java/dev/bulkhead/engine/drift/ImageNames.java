package dev.bulkhead.engine.drift;

/** Names of images, which files write shorter than some engines tell them: Podman completes registry and tag. */
final class ImageNames {

    private static final String HUB = "docker.io/";
    private static final String OFFICIAL = "library/";

    private ImageNames() {}

    /** Returns whether two references mean the same image. */
    static boolean same(String one, String other) {
        return one.equals(other) || complete(one).equals(complete(other));
    }

    private static String complete(String reference) {
        String plain = reference.startsWith(HUB) ? reference.substring(HUB.length()) : reference;
        String name = plain.startsWith(OFFICIAL) ? plain.substring(OFFICIAL.length()) : plain;
        boolean tagged = name.indexOf(':', name.lastIndexOf('/') + 1) >= 0 || name.indexOf('@') >= 0;
        return tagged ? name : name + ":latest";
    }
}
