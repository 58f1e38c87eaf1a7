package eu.waymark.platform.testing;

import eu.waymark.platform.web.Personal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;

/** Tells whether a record's toString is the compiler's, which prints every component. */
final class RecordToString {

    private static final String BOOTSTRAP = "java/lang/runtime/ObjectMethods";

    private RecordToString() {}

    /** The compiler's toString links through ObjectMethods under the name "toString"; equals and hashCode do too. */
    static boolean isGenerated(Class<?> type) {
        var model = ClassFile.of().parse(bytes(type));
        return model.methods().stream()
                .filter(method -> method.methodName().equalsString("toString")
                        && method.methodType().equalsString("()Ljava/lang/String;"))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call
                        && call.invokedynamic()
                                .bootstrap()
                                .bootstrapMethod()
                                .reference()
                                .owner()
                                .asInternalName()
                                .equals(BOOTSTRAP));
    }

    private static byte[] bytes(Class<?> type) {
        var file = "/" + type.getName().replace('.', '/') + ".class";
        try (var stream = type.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("No class file of a type that is " + Personal.class.getSimpleName());
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A class file cannot be read", unreadable);
        }
    }
}
