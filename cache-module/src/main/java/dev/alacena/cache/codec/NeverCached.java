package dev.alacena.cache.codec;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.Set;

/** Writes no value of a class that says that it, or a member of it, must never be cached, wherever it turns up. */
final class NeverCached extends BeanSerializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
        Class<?> type = bean.getBeanClass();
        Set<String> members = Marks.within(type);
        if (Marks.on(type) || !members.isEmpty()) {
            throw new IllegalArgumentException("@NeverCache of " + type.getName() + members);
        }
        return serializer;
    }
}
