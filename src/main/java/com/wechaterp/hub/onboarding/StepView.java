package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.problem.Problem;
import java.util.List;

/**
 * One step as it stands.
 *
 * @param step the step
 * @param state where it stands
 * @param next why it stands there and what comes next, exactly
 * @param irreversible whether doing it now cannot be taken back, so that a person is asked first
 * @param proofs what proves that it was done
 */
public record StepView(
    OnboardingStep step, StepState state, Problem next, boolean irreversible, List<Proof> proofs) {}
