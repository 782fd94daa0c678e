/** The demo ERP: a small shop's legacy database, its data, and the merchant who works with it. */
@NullMarked
package com.wechaterp.hub.rehearsal.demo;

import org.jspecify.annotations.NullMarked;
