package dev.bulkhead.testing;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of a class their engine; {@link WithEngine} brings it in. */
public final class PrivateEngineExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PrivateEngineExtension.class);
    private static final String REQUIRED = "BULKHEAD_REQUIRE_ENGINE";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<String> missing = EnginePrograms.missing();
        if (missing.isPresent()) {
            String line = context.getDisplayName() + " needs a container engine, but " + missing.get() + ".";
            if (required()) {
                Assertions.fail(line);
            }
            System.err.println("*** ENGINE TESTS SKIPPED *** " + line);
            Assumptions.abort(line);
        }
        WithEngine wanted = context.getRequiredTestClass().getAnnotation(WithEngine.class);
        // The store closes it after the class, also when a test failed.
        context.getStore(NAMESPACE).put(PrivateEngine.class, PrivateEngine.start(wanted.value(), wanted.remapped()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PrivateEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE).get(PrivateEngine.class, PrivateEngine.class));
    }

    private static boolean required() {
        return Boolean.parseBoolean(System.getProperty(REQUIRED, System.getenv().getOrDefault(REQUIRED, "false")));
    }
}
