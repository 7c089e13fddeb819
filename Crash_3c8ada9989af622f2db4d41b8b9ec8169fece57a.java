import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_3c8ada9989af622f2db4d41b8b9ec8169fece57a {
    static final String base64Bytes = String.join("", "aW5jbHVkZToKICAtIHBhdGg6IFtzdWIvb25lLnlhbWwsIHN1Yi90d28ueWFtDQ0NDQ0NDQ0Kc2VydmxlZGxdCiAgICBlbnZfZmlsZTogZW52cy94LmVudgogICAgcHJvamVjdF9kaXJlY3Rvcnk6IGJhc2UKc2VydmljZXM6CiAgYToge2ltYWdlOiB4fQojPT09IHN1Yi9vbmUueWFtbApzZXJ2aWNlczoKICBiOiB7aW1hZ2U6ICJ5OiR7VEFHOi1ub25lfSIsIHZvbHVtZXM6IFsiLi9kYXRhOi9kYXRhIl19CiM9PT0gc3ViL3R3by55YW1sCnNlcnZpY2VzOgogIGI6IHtwb3J0czogWyI4MDo4MCJdfQojPT09IHN1Yi8uZW52ClRBRz1zdWIKIz09PSBiYXNlLy5lbnYKVEFHPWJhc2UKIz09PSBlbnZzL3guZW52ClRBRz14Cg==");

    public static void main(String[] args) throws Throwable {
        Crash_3c8ada9989af622f2db4d41b8b9ec8169fece57a.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = dev.bulkhead.fuzz.ReaderFuzz.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = dev.bulkhead.fuzz.ReaderFuzz.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        dev.bulkhead.fuzz.ReaderFuzz.fuzzerTestOneInput(input);
    }
}