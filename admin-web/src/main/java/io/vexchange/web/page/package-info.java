/** Pages and what they need: files from the class path, served from memory under a strict content security policy. */
package io.vexchange.web.page;
