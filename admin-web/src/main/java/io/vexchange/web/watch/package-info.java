/** How the venue is, once a second: figures for people, and alerts that are raised and cleared. */
package io.vexchange.web.watch;
