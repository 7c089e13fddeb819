package dev.bulkhead.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The house keeps its rules, and each rule is able to fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {

    private static final String BAD_ROOT = "dev.bulkhead.architecture.bad";

    /** Each rule with a piece of the name of the sample class that breaks it. */
    private static final Map<Function<HouseRules, ArchRule>, String> RULES = rules();

    private JavaClasses house = new ClassFileImporter().importPackages();
    private JavaClasses badSamples = new ClassFileImporter().importPackages();

    private static Map<Function<HouseRules, ArchRule>, String> rules() {
        return Map.ofEntries(
                Map.entry(HouseRules::dependenciesPointDown, "KnowsTheShell"),
                Map.entry(HouseRules::machineIsAskedAboveTheEngine, "LooksAtRoutes"),
                Map.entry(HouseRules::packagesHaveNoCycles, "KnowsTheShell"),
                Map.entry(HouseRules::toolkitOnlyInUi, "DrawsInTheModel"),
                Map.entry(HouseRules::dockerJavaOnlyInEngineDocker, "CallsDocker"),
                Map.entry(HouseRules::yamlOnlyWhereTextIsRead, "ReadsYaml"),
                Map.entry(HouseRules::richTextOnlyInItsRoom, "TypesElsewhere"),
                Map.entry(HouseRules::purePackagesTouchNothing, "LooksAtTheClock"),
                Map.entry(HouseRules::threadsOnlyAtTheEdges, "StartsAThread"),
                Map.entry(HouseRules::viewModelsKnowNoScene, "SceneViewModel"),
                Map.entry(HouseRules::noStaticMutableState, "RemembersStatically"),
                Map.entry(HouseRules::noSingletons, "Singleton"),
                Map.entry(HouseRules::onlyTheCommandLinePrints, "Prints"),
                Map.entry(HouseRules::packagesAreNullMarked, "unmarked"));
    }

    @BeforeAll
    void importClasses() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.bulkhead");
        badSamples = new ClassFileImporter().importPackages(BAD_ROOT);
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeepsEveryRule() {
        HouseRules rules = new HouseRules("dev.bulkhead");
        return RULES.keySet().stream()
                .map(rule -> rule.apply(rules))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFailsOnItsBadSample() {
        HouseRules rules = new HouseRules(BAD_ROOT);
        return RULES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getValue(),
                        () -> assertThatThrownBy(
                                        () -> entry.getKey().apply(rules).check(badSamples))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining(entry.getValue())));
    }

    @Test
    void theImportSeesTheHouse() {
        List<String> names = house.stream().map(c -> c.getSimpleName()).toList();
        assertThat(names).contains("Topology", "Engine", "ComposeProject");
    }
}
