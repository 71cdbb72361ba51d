package dev.alacena.cache.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes up to a bound; what would go beyond it is refused before it takes room. Used by one thread. */
final class BoundedOutput extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final int most;

    BoundedOutput(int most) {
        this.most = most;
    }

    /** More than the bound. */
    static final class FullException extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (length > most - bytes.size()) {
            throw new FullException();
        }
        bytes.write(source, offset, length);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
