/** The dissuasion job: warnings and outcomes in, cases, tasks and advice out. */
package org.tocsin.dissuasion;
