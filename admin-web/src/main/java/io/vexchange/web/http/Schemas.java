package io.vexchange.web.http;

import io.vexchange.web.shape.Doc;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON schemas of the records that are read and written. */
final class Schemas {
    private final Map<String, Object> components = new LinkedHashMap<>();

    /** @return all schemas met so far, by name */
    Map<String, Object> components() {
        return components;
    }

    /**
     * @param shape a record
     * @param isRequest whether its members may be absent
     * @return a reference to its schema
     */
    Map<String, Object> reference(final Class<?> shape, final boolean isRequest) {
        final String name = name(shape);
        if (!components.containsKey(name)) {
            components.put(name, Map.of());
            components.put(name, schema(shape, isRequest));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /**
     * @param shape a record
     * @return an example made of its members' examples
     */
    Object example(final Class<?> shape) {
        final Map<String, Object> example = new LinkedHashMap<>();
        for (final RecordComponent component : shape.getRecordComponents()) {
            final Object value = example(component);
            if (value != null || !name(shape).endsWith("Request")) {
                example.put(Members.name(component), value);
            }
        }
        return example;
    }

    private Object example(final RecordComponent component) {
        final Doc doc = component.getAnnotation(Doc.class);
        final Class<?> type = component.getType();
        if (type.isRecord()) {
            return doc != null && doc.nullable() ? null : example(type);
        }
        if (List.class.isAssignableFrom(type)) {
            final Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            if (item instanceof Class<?> itemClass && itemClass.isRecord()) {
                return List.of(example(itemClass));
            }
            return doc == null || doc.example().isEmpty() ? List.of() : List.of(doc.example());
        }
        if (doc == null || doc.example().isEmpty()) {
            return null;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(doc.example());
        }
        if (isWhole(type)) {
            return Long.valueOf(doc.example());
        }
        return doc.example();
    }

    private Map<String, Object> schema(final Class<?> shape, final boolean isRequest) {
        final Map<String, Object> properties = new LinkedHashMap<>();
        final List<String> required = new ArrayList<>();
        for (final RecordComponent component : shape.getRecordComponents()) {
            final Doc doc = component.getAnnotation(Doc.class);
            properties.put(Members.name(component), property(component, doc, isRequest));
            if (!isRequest || (doc != null && doc.required())) {
                required.add(Members.name(component));
            }
        }
        final Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (isRequest) {
            schema.put("additionalProperties", false);
        }
        schema.put("example", example(shape));
        return schema;
    }

    private Map<String, Object> property(final RecordComponent component, final Doc doc, final boolean isRequest) {
        final Map<String, Object> property = type(component.getGenericType(), isRequest);
        if (doc == null || property.containsKey("$ref")) {
            return property;
        }
        if (!doc.value().isEmpty()) {
            property.put("description", doc.value());
        }
        if (!doc.format().isEmpty()) {
            property.put("format", doc.format());
        }
        if (doc.nullable()) {
            property.put("type", List.of(property.get("type"), "null"));
        }
        return property;
    }

    private Map<String, Object> type(final Type type, final boolean isRequest) {
        final Map<String, Object> schema = new LinkedHashMap<>();
        if (type instanceof ParameterizedType list && List.class.isAssignableFrom((Class<?>) list.getRawType())) {
            schema.put("type", "array");
            schema.put("items", type(list.getActualTypeArguments()[0], isRequest));
        } else if (type instanceof ParameterizedType) {
            schema.put("type", "object");
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            schema.putAll(reference(plain, isRequest));
        } else if (type instanceof Class<?> words && words.isEnum()) {
            schema.put("type", "string");
            schema.put("enum", List.of(words.getEnumConstants()));
        } else if (type == boolean.class || type == Boolean.class) {
            schema.put("type", "boolean");
        } else if (type instanceof Class<?> plain && isWhole(plain)) {
            schema.put("type", "integer");
        } else {
            schema.put("type", type == Object.class ? "object" : "string");
        }
        return schema;
    }

    private static boolean isWhole(final Class<?> type) {
        return type == int.class || type == long.class || type == Integer.class || type == Long.class;
    }

    private static String name(final Class<?> shape) {
        final String name = shape.getSimpleName();
        return name.endsWith("Shape") ? name.substring(0, name.length() - "Shape".length()) : name;
    }
}
