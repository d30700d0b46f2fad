package io.vexchange.engine.client;

import io.vexchange.engine.model.UserRole;
import java.util.List;

/**
 * A person who uses the web console or the REST interface.
 *
 * @param id from 1
 * @param name used to log in
 * @param role what he may do
 * @param enabled false: may not log in
 * @param accountIds the accounts a trader may use
 * @param properties JSON for the web layer: password hash
 */
public record User(int id, String name, UserRole role, boolean enabled, List<Integer> accountIds, String properties) {}
