import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writer of old class files in the form of today. Java keeps no class file from before version 50 in the record of a start, so that
 * each start reads and verifies them anew, by the old and slow way at that. Instructions, names and everything else stay as they
 * are; what is added are the frames by which the verifier of today checks them. A jar that does not come out right stays as it was.
 */
class RenewClasses {

    private static final int FIRST_KEPT = 50;

    public static void main(String[] jars) throws Exception {
        for (String jar : jars) {
            renew(Path.of(jar));
        }
    }

    private static void renew(Path jar) throws Exception {
        Path renewed = jar.resolveSibling(jar.getFileName() + ".renewed");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                ZipFile old = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(renewed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            ClassFile classes = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
            for (Enumeration<? extends ZipEntry> entries = old.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = bytes(old, entry);
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? renewed(classes, bytes) : bytes);
                out.closeEntry();
            }
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            Files.deleteIfExists(renewed);
            System.err.println("bulkhead: " + jar.getFileName() + " stays as it is (" + e.getMessage() + "); only speed is lost.");
            return;
        }
        Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static byte[] renewed(ClassFile classes, byte[] old) {
        ClassModel model = classes.parse(old);
        if (model.majorVersion() >= FIRST_KEPT) {
            return old;
        }
        // each instruction is handed over, so that the frames are worked out anew
        ClassTransform code = ClassTransform.transformingMethodBodies(
                (CodeBuilder builder, CodeElement element) -> builder.with(element));
        byte[] renewed = classes.transformClass(model, code.andThen((builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.latestMajorVersion(), 0);
            } else {
                builder.with(element);
            }
        }));
        var objections = classes.verify(renewed);
        if (!objections.isEmpty()) {
            throw new IllegalStateException(String.valueOf(objections.getFirst().getMessage()));
        }
        return renewed;
    }
}
