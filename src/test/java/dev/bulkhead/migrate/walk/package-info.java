/** Walks of whole projects along all iterations on real engines, by the program as its user starts it, with what each step costs and gains. */
package dev.bulkhead.migrate.walk;
