package io.vexchange.engine.model_check;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderDecoder;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Turns items into SBE messages and back by reflection over the generated codecs, so that no field can be forgotten. */
final class Wire {
    private static final String PACKAGE = NewOrderDecoder.class.getPackageName();
    private static final Set<String> CHARACTERS = Set.of(
            "execType",
            "orderStatus",
            "side",
            "orderType",
            "timeInForce",
            "selfTradePrevention",
            "pegReference",
            "liquidity",
            "responseTo",
            "aggressorSide",
            "surplusSide");
    private static final List<String> NAMES = List.of(
            "Hello",
            "OpenLog",
            "ConsumerPosition",
            "NewOrder",
            "ReplaceOrder",
            "CancelOrder",
            "MassCancel",
            "OrderStatusRequest",
            "MassStatusRequest",
            "CancelOnDisconnect",
            "DefineAsset",
            "DefineInstrument",
            "DefineParticipant",
            "DefineAccount",
            "DefineSession",
            "DefineUser",
            "DefineToken",
            "Transfer",
            "SetPhase",
            "EngageKillSwitch",
            "ReleaseKillSwitch",
            "AuditNote",
            "BustTrade",
            "CorrectTrade",
            "SetReferencePrice",
            "SetLimits",
            "SetSchedule",
            "DefineFeeTier",
            "AssignFeeTier",
            "Announce",
            "SessionAct",
            "SessionActDone",
            "SetCancelAfter",
            "LimitsDefined",
            "ScheduleDefined",
            "FeeTierDefined",
            "FeeTierAssigned",
            "Announced",
            "SessionActRequested",
            "SessionActCompleted",
            "Indicative",
            "ReferencePriceSet",
            "PegRepriced",
            "CancelAfterSet",
            "ExecutionReport",
            "CancelReject",
            "MassCancelReport",
            "Trade",
            "BookUpdate",
            "PhaseChanged",
            "BalanceChanged",
            "DayRolled",
            "AuditRecorded",
            "AssetDefined",
            "InstrumentDefined",
            "ParticipantDefined",
            "AccountDefined",
            "SessionDefined",
            "UserDefined",
            "TokenDefined",
            "KillSwitchChanged",
            "Applied",
            "HelloReply",
            "ImageBegin",
            "InstrumentState",
            "ImageEnd");

    private enum Kind {
        NUMBER,
        CHARACTER,
        CODE,
        TEXT,
        GROUP,
        ORIGIN
    }

    private record Field(String name, int id, Kind kind, Method get, Method length, Method put) {}

    private final Map<Integer, String> nameByTemplate = new HashMap<>();
    private final Map<Class<?>, List<Field>> fieldsByCodec = new HashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MessageHeaderEncoder headerOut = new MessageHeaderEncoder();
    private final Map<String, Object> codecs = new HashMap<>();

    Wire() {
        for (final String name : NAMES) {
            try {
                nameByTemplate.put(
                        codec(name, "Decoder").getDeclaredField("TEMPLATE_ID").getInt(null), name);
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException("no codec name=" + name, e);
            }
        }
    }

    Item read(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        final String name = nameByTemplate.get(header.templateId());
        if (name == null) {
            return Item.of("Record" + header.templateId());
        }
        final Object decoder = instance(name, "Decoder");
        call(method(decoder.getClass(), "wrapAndApplyHeader", 3), decoder, buffer, offset, header);
        return readFields(name, decoder);
    }

    int write(final Item item, final MutableDirectBuffer buffer, final int offset) {
        final Object encoder = instance(item.type(), "Encoder");
        call(method(encoder.getClass(), "wrapAndApplyHeader", 3), encoder, buffer, offset, headerOut);
        writeFields(item, encoder);
        return MessageHeaderEncoder.ENCODED_LENGTH
                + ((Number) call(method(encoder.getClass(), "encodedLength", 0), encoder)).intValue();
    }

    /** A message of a type with each number 0, each text and group empty. */
    Item blank(final String name) {
        final Item item = Item.of(name);
        for (final Field field : fields(instance(name, "Encoder").getClass())) {
            switch (field.kind) {
                case NUMBER -> item.with(field.name, 0L);
                case CHARACTER, CODE, TEXT -> item.with(field.name, "");
                case GROUP -> item.with(field.name, List.of());
                default -> item.with("number", 0L);
            }
        }
        return item;
    }

    private Item readFields(final String name, final Object decoder) {
        final Item item = Item.of(name);
        for (final Field field : fields(decoder.getClass())) {
            switch (field.kind) {
                case NUMBER -> {
                    final long value = ((Number) call(field.get, decoder)).longValue();
                    item.with(field.name, value == Long.MIN_VALUE ? null : (Object) value);
                }
                case CHARACTER -> item.with(field.name, character(((Number) call(field.get, decoder)).longValue()));
                case CODE ->
                    item.with(
                            field.name,
                            Code.of(((Number) call(field.get, decoder)).intValue())
                                    .name());
                case TEXT -> {
                    final byte[] bytes = new byte[((Number) call(field.length, decoder)).intValue()];
                    call(field.get, decoder, bytes, 0, bytes.length);
                    item.with(field.name, new String(bytes, StandardCharsets.ISO_8859_1));
                }
                case GROUP -> {
                    final List<Item> entries = new ArrayList<>();
                    for (final Iterator<?> each = (Iterator<?>) call(field.get, decoder); each.hasNext(); ) {
                        entries.add(readFields("entry", each.next()));
                    }
                    item.with(field.name, entries);
                }
                case ORIGIN -> {
                    final Item origin = readFields("origin", call(field.get, decoder));
                    origin.fields().forEach(item::with);
                }
                default -> throw new IllegalStateException("field=" + field.name);
            }
        }
        return item;
    }

    private void writeFields(final Item item, final Object encoder) {
        for (final Field field : fields(encoder.getClass())) {
            switch (field.kind) {
                case NUMBER, CHARACTER, CODE -> putNumber(field.put, encoder, number(item, field));
                case TEXT -> {
                    final byte[] bytes = item.text(field.name).getBytes(StandardCharsets.ISO_8859_1);
                    call(field.put, encoder, bytes, 0, bytes.length);
                }
                case GROUP -> {
                    final List<Item> entries = item.group(field.name);
                    final Object group = call(field.put, encoder, entries.size());
                    for (final Item entry : entries) {
                        writeFields(entry, call(method(group.getClass(), "next", 0), group));
                    }
                }
                case ORIGIN -> writeFields(item, call(field.get, encoder));
                default -> throw new IllegalStateException("field=" + field.name);
            }
        }
    }

    private static long number(final Item item, final Field field) {
        final Object value = item.fields().get(field.name);
        if (value instanceof String text) {
            if (text.isEmpty()) {
                return 0;
            }
            return field.kind == Kind.CODE ? Code.valueOf(text).number() : text.charAt(0);
        }
        if (value == null) {
            return item.has(field.name) ? Long.MIN_VALUE : 0;
        }
        return (Long) value;
    }

    private static String character(final long value) {
        return value == 0 ? "" : String.valueOf((char) value);
    }

    private static void putNumber(final Method put, final Object encoder, final long value) {
        final Class<?> type = put.getParameterTypes()[0];
        if (type == long.class) {
            call(put, encoder, value);
        } else if (type == int.class) {
            call(put, encoder, (int) value);
        } else {
            call(put, encoder, (short) value);
        }
    }

    private List<Field> fields(final Class<?> codec) {
        return fieldsByCodec.computeIfAbsent(codec, Wire::findFields);
    }

    private static List<Field> findFields(final Class<?> codec) {
        final List<Field> found = new ArrayList<>();
        final boolean decodes = codec.getSimpleName().endsWith("Decoder");
        if (codec.getSimpleName().startsWith("Origin")) {
            for (final String name : List.of("clientId", "epoch", "number")) {
                found.add(new Field(name, 0, Kind.NUMBER, method(codec, name, 0), null, method(codec, name, 1)));
            }
            return found;
        }
        for (final Method each : codec.getDeclaredMethods()) {
            final String idName = each.getName();
            final String suffix = idName.endsWith("DecoderId") ? "DecoderId" : "Id";
            if (!java.lang.reflect.Modifier.isStatic(each.getModifiers())
                    || !idName.endsWith(suffix)
                    || each.getParameterCount() != 0) {
                continue;
            }
            final String name = idName.substring(0, idName.length() - suffix.length());
            final int id = ((Number) call(each, null)).intValue();
            final String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            final Method text = bytesMethod(codec, (decodes ? "get" : "put") + capital);
            if (text != null) {
                found.add(new Field(name, id, Kind.TEXT, text, method(codec, name + "Length", 0), text));
            } else if (name.equals("origin")) {
                found.add(new Field(name, id, Kind.ORIGIN, method(codec, name, 0), null, null));
            } else if (method(codec, name + "Count", 1) != null || suffix.equals("DecoderId")) {
                found.add(new Field(
                        name, id, Kind.GROUP, method(codec, name, 0), null, method(codec, name + "Count", 1)));
            } else if (method(codec, name, 0) != null || method(codec, name, 1) != null) {
                found.add(new Field(name, id, kind(codec, name), method(codec, name, 0), null, method(codec, name, 1)));
            }
        }
        found.sort(Comparator.comparingInt(Field::id));
        return found;
    }

    private static Kind kind(final Class<?> codec, final String name) {
        final boolean characterScope = name.equals("scope")
                && (codec.getSimpleName().startsWith("MassCancel")
                        || codec.getSimpleName().startsWith("CancelOnDisconnect"));
        if (CHARACTERS.contains(name) || characterScope) {
            return Kind.CHARACTER;
        }
        return name.equals("code") || name.equals("gatewayCode") || name.equals("cause") ? Kind.CODE : Kind.NUMBER;
    }

    private static Method bytesMethod(final Class<?> codec, final String name) {
        try {
            return codec.getMethod(name, byte[].class, int.class, int.class);
        } catch (final NoSuchMethodException e) {
            return null;
        }
    }

    private static Method method(final Class<?> codec, final String name, final int parameters) {
        for (final Method each : codec.getMethods()) {
            if (each.getName().equals(name) && each.getParameterCount() == parameters) {
                return each;
            }
        }
        return null;
    }

    private Object instance(final String name, final String suffix) {
        return codecs.computeIfAbsent(name + suffix, key -> {
            try {
                return codec(name, suffix).getConstructor().newInstance();
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException("codec=" + key, e);
            }
        });
    }

    private static Class<?> codec(final String name, final String suffix) throws ClassNotFoundException {
        return Class.forName(
                PACKAGE + '.' + name + suffix,
                true,
                MethodHandles.lookup().lookupClass().getClassLoader());
    }

    private static Object call(final Method method, final Object on, final Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (final IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("method=" + method, e);
        }
    }
}
