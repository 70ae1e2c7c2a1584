-- An explanation that was asked for is due two months after the question, not when its request was.
update log_request
set due_on = (request->'explanations'->-1->>'askedOn')::date + interval '2 months',
  request = jsonb_set(request, '{dueOn}', to_jsonb(((request->'explanations'->-1->>'askedOn')::date + interval '2 months')::date))
where request->>'state' = 'EXPLANATION_ASKED';
