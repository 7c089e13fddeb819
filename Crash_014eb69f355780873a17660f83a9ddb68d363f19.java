import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_014eb69f355780873a17660f83a9ddb68d363f19 {
    static final String base64Bytes = String.join("", "eXNlcnZpY2VzOgogIGE6CiAgICBpbWEgICBhOiB8CiAgICAgICAgb25lCiAgICAgICAgdFxFXVxFXV1dXV1dIAogICAgICAgIG9uZQogICAgICAgIHRcRV1cRV1dXV1dXSA+LQogICAgICAgIGZvbGRlZGluY2x1ZGU6IFtvbmUueWFtbF0Kc2VydmljZXM6CiAgYToge2ltYW9lOiB4fQojPT09IGNvbXBvc2Uub3ZlcnJpZGUueWFtbApzZXJ2aWNlczoKICBiOiB7cG9ydHM6IFsKICAgICAgICB0ZXh0CgogICAgICAgIG5leHQKICAgIjgwOjgwIl19CiM9PT0gb25lLnlhbWwKc2VtYWdlOiB4fQojPT0ge2ltYWdlOiAgICBjPi0KICAgICAgICBmeX1vbGRlZAogICAgICAgIHRleHQKCiAgICAgCiAgIG5leHQKICAgICAgYzogfCsKIHNlcnZpY2VzZSAjIA==");

    public static void main(String[] args) throws Throwable {
        Crash_014eb69f355780873a17660f83a9ddb68d363f19.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = dev.bulkhead.fuzz.PatcherFuzz.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = dev.bulkhead.fuzz.PatcherFuzz.class.getMethod("fuzzerInitialize", String[].class);
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
        dev.bulkhead.fuzz.PatcherFuzz.fuzzerTestOneInput(input);
    }
}