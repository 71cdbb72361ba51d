package dev.alacena.cache.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.tools.ToolProvider;

/** A class loader of freshly compiled source, so that a class can exist in two versions at once. */
final class Sources extends ClassLoader {
    private final Path folder;

    private Sources(Path folder) {
        super(Sources.class.getClassLoader());
        this.folder = folder;
    }

    /** The class {@code Value} that this source declares. */
    static Class<?> value(Path folder, String source) throws Exception {
        Path version = Files.createTempDirectory(folder, "version");
        Path file = Files.writeString(version.resolve("Value.java"), source);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        String jackson = Path.of(JsonTypeInfo.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        String[] options = {"-proc:none", "-d", version.toString(), "-cp", jackson, "" + file};
        int failed =
                Objects.requireNonNull(ToolProvider.getSystemJavaCompiler()).run(null, null, errors, options);
        if (failed != 0) {
            throw new IllegalArgumentException(errors.toString(java.nio.charset.StandardCharsets.UTF_8));
        }
        return new Sources(version).loadClass("Value");
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(name + ".class"));
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
