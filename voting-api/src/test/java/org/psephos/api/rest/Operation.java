package org.psephos.api.rest;

import java.util.Set;
import java.util.TreeSet;

/**
 * One operation as it is described or as it is coded.
 *
 * @param id its name, which is that of the method and of the act in the audit log
 * @param path with the names of its parameters in braces
 * @param roles the roles that may call; none means everyone
 * @param states the states in which it makes sense; none means any
 * @param body whether it takes a body
 */
record Operation(
    String id, String method, String path, Set<String> roles, Set<String> states, boolean body) {

  Operation {
    roles = new TreeSet<>(roles);
    states = new TreeSet<>(states);
  }
}
