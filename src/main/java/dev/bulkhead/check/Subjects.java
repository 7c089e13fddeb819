package dev.bulkhead.check;

/** How findings name what they are about. */
final class Subjects {

    private Subjects() {}

    static String service(String key) {
        return "service:" + key;
    }

    static String network(String key) {
        return "network:" + key;
    }
}
