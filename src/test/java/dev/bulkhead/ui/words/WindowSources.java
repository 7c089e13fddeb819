package dev.bulkhead.ui.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Sources of the window, as the compiler parses them: what they ask of the bundle, and what they say in words of their own.
 *
 * @param asked calls of {@link Words} whose key is written out
 * @param own literals that look like words for people
 */
record WindowSources(List<Asked> asked, List<Own> own) {

    /** A call of {@link Words}: its key, and how many values it gives. */
    record Asked(String place, String key, int values) {}

    /** A text of a class's own. */
    record Own(String place, String text) {}

    private static final Path MAIN = Path.of("src/main/java/dev/bulkhead");

    /** What takes names, patterns and places of files, not words; nor do messages of the log, which is in English. */
    private static final Set<String> TAKING_NAMES = Set.of(
            "setId",
            "lookup",
            "lookupAll",
            "styleClass",
            "getPseudoClass",
            "setStyle",
            "equals",
            "startsWith",
            "endsWith",
            "contains",
            "indexOf",
            "lastIndexOf",
            "split",
            "replace",
            "replaceAll",
            "matches",
            "compile",
            "getProperty",
            "getenv",
            "getResource",
            "getResourceAsStream",
            "ofPattern",
            "resolve",
            "font",
            "getBundle");

    private static final Set<String> OWN_NAMES =
            Set.of("Words", "Icons", "FontIcon", "LOG", "Color", "Path", "KeyCombination", "Pattern", "Locale");
    /** Faults of the program itself, which no operator is told. */
    private static final Pattern OF_THE_PROGRAM =
            Pattern.compile("(Illegal|Assertion|Unsupported|NoSuch|UncheckedIO).*(Exception|Error)");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{Ll}+[.:!?]?");

    /** Reads the classes of the window, and those of the program that ask the bundle. */
    static WindowSources read() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Asked> asked = new ArrayList<>();
        List<Own> own = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, found -> {}, null, null, files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Reader(unit, positions, asked, own), null);
            }
        }
        return new WindowSources(asked, own);
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String part : List.of("ui", "app")) {
            try (Stream<Path> files = Files.walk(MAIN.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(all::add);
            }
        }
        return all;
    }

    private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Asked> asked;
        private final List<Own> own;
        private final boolean window;

        Reader(CompilationUnitTree unit, SourcePositions positions, List<Asked> asked, List<Own> own) {
            this.unit = unit;
            this.positions = positions;
            this.asked = asked;
            this.own = own;
            this.window = unit.getPackageName().toString().startsWith("dev.bulkhead.ui");
        }

        private String place(Tree tree) {
            String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
            return file + ":" + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
            return null;
        }

        @Override
        public @Nullable Void visitCase(CaseTree branch, @Nullable Void nothing) {
            scan(branch.getGuard(), null);
            scan(branch.getBody(), null);
            scan(branch.getStatements(), null);
            return null;
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
            String type = made.getIdentifier().toString();
            if (OF_THE_PROGRAM.matcher(type).matches()) {
                return null;
            }
            // The second argument of a property is its name.
            boolean property = type.matches(".*(Property|Wrapper)(<.*>)?");
            scan(property ? made.getArguments().stream().skip(2).toList() : made.getArguments(), null);
            return scan(made.getClassBody(), null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            String select = call.getMethodSelect().toString();
            String method = select.substring(select.lastIndexOf('.') + 1);
            String of = call.getMethodSelect() instanceof MemberSelectTree member
                    ? member.getExpression().toString()
                    : "";
            List<? extends ExpressionTree> values = call.getArguments();
            if (of.equals("Words")) {
                text(values.getFirst())
                        .ifPresent(key -> asked.add(new Asked(
                                place(call), method.equals("count") ? "count." + key : key, values.size() - 1)));
            }
            scan(call.getMethodSelect(), null);
            boolean names = TAKING_NAMES.contains(method) || OWN_NAMES.contains(of) || of.contains("getStyleClass");
            for (ExpressionTree value : values) {
                if (!names || !(value instanceof LiteralTree || value instanceof BinaryTree)) {
                    scan(value, null);
                }
            }
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            text(literal)
                    .filter(text -> window && alone(text))
                    .ifPresent(text -> own.add(new Own(place(literal), text)));
            return null;
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void nothing) {
            if (binary.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(binary, null);
            }
            List<ExpressionTree> parts = new ArrayList<>();
            parts(binary, parts);
            StringBuilder written = new StringBuilder();
            for (ExpressionTree part : parts) {
                text(part).ifPresentOrElse(written::append, () -> scan(part, null));
            }
            String text = written.toString();
            if (window && LETTERS.matcher(text).find() && text.contains(" ") && !name(text)) {
                own.add(new Own(place(binary), text));
            }
            return null;
        }

        private static void parts(ExpressionTree tree, List<ExpressionTree> parts) {
            if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
                parts(binary.getLeftOperand(), parts);
                parts.add(binary.getRightOperand());
            } else {
                parts.add(tree);
            }
        }

        private static Optional<String> text(ExpressionTree tree) {
            return tree instanceof LiteralTree literal && literal.getValue() instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        }

        private static boolean alone(String text) {
            return LETTERS.matcher(text).find()
                    && !name(text)
                    && (text.contains(" ")
                            || text.endsWith("…")
                            || WORD.matcher(text).matches());
        }

        private static boolean name(String text) {
            return Stream.of("bh-", "mdi", "-fx", "#", ".", "/").anyMatch(text::startsWith);
        }
    }
}
