/** Runs the benches and prints what they measured side by side. */
package com.wechaterp.hub.bench;
