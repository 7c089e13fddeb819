/**
 * Playbooks, which say what an iteration is, as data: its questions, phases, actions, and what it knows of tiers and
 * ports.
 */
@NullMarked
package dev.bulkhead.migrate.playbook;

import org.jspecify.annotations.NullMarked;
